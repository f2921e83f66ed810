package dev.certdeck.security;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long people stay signed in.
 *
 * @param idle the time without a request after which a session ends
 * @param absolute the time after the sign-in when a session ends, even if it is in use
 */
@ConfigurationProperties("certdeck.session")
@Validated
record SessionProperties(@DurationMin(seconds = 1) @DefaultValue("30m") Duration idle,
		@DurationMin(seconds = 1) @DefaultValue("12h") Duration absolute) {

}
