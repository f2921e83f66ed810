package dev.certdeck.list;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the list.
 *
 * @param expiringDays from how many days before its end a certificate counts as expiring
 */
@Validated
@ConfigurationProperties("certdeck.list")
record ListProperties(@DefaultValue("30") @Min(1) @Max(3650) int expiringDays) {

}
