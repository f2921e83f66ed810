package dev.certdeck.inventory;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the inventory.
 *
 * @param refreshInterval the time between two refreshes
 * @param checkWait how long a page waits for a usage check
 */
@Validated
@ConfigurationProperties("certdeck.inventory")
record InventoryProperties(@DefaultValue("60s") @NotNull Duration refreshInterval,
		@DefaultValue("2s") @DurationMin(millis = 0) Duration checkWait) {

}
