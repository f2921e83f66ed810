package dev.certdeck.inventory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the metrics.
 *
 * @param certificates how many certificates have a metric of their own, those that expire
 * first
 */
@Validated
@ConfigurationProperties("certdeck.metrics")
record MetricsProperties(@DefaultValue("1000") @Min(0) @Max(100000) int certificates) {

}
