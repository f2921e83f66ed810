package dev.certdeck.write;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of writes.
 *
 * @param resolveInterval the time between two attempts to resolve open intents
 * @param outcomeTimeout after what time a call that has had no effect counts as one that
 * will have none
 * @param lockTimeout how long a write waits for another one to the same certificate
 */
@Validated
@ConfigurationProperties("certdeck.audit")
record WriteProperties(@DurationMin(millis = 100) @DefaultValue("30s") Duration resolveInterval,
		@DurationMin(millis = 100) @DefaultValue("3m") Duration outcomeTimeout,
		@DurationMin(millis = 0) @DefaultValue("60s") Duration lockTimeout) {

}
