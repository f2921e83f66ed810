package dev.certdeck.deletion;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of deletions that the cloud carries out as tasks.
 *
 * @param initialWait how long the response waits for the outcome
 * @param interval the time between two polls of the cloud's task meanwhile
 * @param limit how long after it was sent a deletion is late
 */
@Validated
@ConfigurationProperties("certdeck.deletion.task")
record TaskProperties(@DurationMin(millis = 0) @DefaultValue("2s") Duration initialWait,
		@DurationMin(millis = 10) @DefaultValue("250ms") Duration interval,
		@DurationMin(millis = 1) @DefaultValue("2m") Duration limit) {

}
