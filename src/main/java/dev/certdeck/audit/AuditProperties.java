package dev.certdeck.audit;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the audit trail.
 *
 * @param retention how long entries are kept
 * @param resolveInterval the time between two looks at intents without an outcome
 * @param overdueAfter after what time a call that has had no effect counts as one that
 * will have none
 * @param lockPatience how long a write waits for another one to the same certificate
 * @param pageSize how many entries a page shows
 */
@Validated
@ConfigurationProperties("certdeck.audit")
record AuditProperties(@DurationMin(days = 1) @DefaultValue("730d") Duration retention,
		@DurationMin(millis = 100) @DefaultValue("30s") Duration resolveInterval,
		@DurationMin(millis = 100) @DefaultValue("3m") Duration overdueAfter,
		@DurationMin(millis = 0) @DefaultValue("60s") Duration lockPatience,
		@Min(1) @Max(500) @DefaultValue("50") int pageSize) {

}
