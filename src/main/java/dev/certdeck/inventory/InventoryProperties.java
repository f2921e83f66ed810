package dev.certdeck.inventory;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the inventory.
 *
 * @param pageSize how many certificates to ask the cloud for at a time; unless set, as
 * many as the API gives: 100 in API 2.0, 1000 in API 3.0
 * @param parallelism how many pages to read at a time
 * @param refreshInterval the time between two refreshes
 * @param checkPatience how long a page waits for a look at what uses its certificate
 * @param expiringDays from how many days before its end a certificate counts as expiring
 */
@Validated
@ConfigurationProperties("certdeck.inventory")
record InventoryProperties(@Nullable @Min(1) @Max(1000) Integer pageSize,
		@DefaultValue("4") @Min(1) @Max(32) int parallelism, @DefaultValue("60s") @NotNull Duration refreshInterval,
		@DefaultValue("2s") @DurationMin(millis = 0) Duration checkPatience,
		@DefaultValue("30") @Min(1) @Max(3650) int expiringDays) {

}
