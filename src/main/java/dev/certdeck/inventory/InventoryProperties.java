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
 * @param refreshInterval the time between two refreshes of the list while somebody looks
 * @param idleRefreshInterval the same while nobody looks
 * @param usageInterval the time between two searches for the usage of all certificates
 * while somebody looks
 * @param idleUsageInterval the same while nobody looks
 * @param attention how long somebody counts as looking after a page was shown
 * @param checkWait how long a page waits for a usage check
 */
@Validated
@ConfigurationProperties("certdeck.inventory")
record InventoryProperties(@DefaultValue("60s") @NotNull @DurationMin(millis = 1) Duration refreshInterval,
		@DefaultValue("10m") @DurationMin(millis = 1) Duration idleRefreshInterval,
		@DefaultValue("30m") @DurationMin(millis = 1) Duration usageInterval,
		@DefaultValue("3h") @DurationMin(millis = 1) Duration idleUsageInterval,
		@DefaultValue("5m") @DurationMin(millis = 0) Duration attention,
		@DefaultValue("2s") @DurationMin(millis = 0) Duration checkWait) {

	/**
	 * Returns when the list is read and usage is asked for.
	 * @return the plan
	 */
	RefreshPlan plan() {
		return new RefreshPlan(this.refreshInterval, longer(this.refreshInterval, this.idleRefreshInterval),
				this.usageInterval, longer(this.usageInterval, this.idleUsageInterval), this.attention);
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

}
