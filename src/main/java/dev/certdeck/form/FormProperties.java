package dev.certdeck.form;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of forms.
 *
 * @param uploads most forms with certificates that are in work at a time, each with up to
 * its whole size in memory
 * @param waiting most forms with certificates that wait, unread, for one of these
 * @param waitTimeout how long such a form waits before it is refused
 * @param reading most other forms that are read at a time
 * @param pause how long a body may pause, and how long it has before {@code leastRate} is
 * asked of it
 * @param leastRate the least that must come of a body in a second
 */
@Validated
@ConfigurationProperties("certdeck.forms")
record FormProperties(@DefaultValue("8") @Min(1) @Max(1000) int uploads,
		@DefaultValue("32") @Min(0) @Max(1000) int waiting,
		@DurationMin(millis = 1) @DefaultValue("10s") Duration waitTimeout,
		@DefaultValue("50") @Min(1) @Max(1000) int reading,
		@DurationMin(millis = 100) @DefaultValue("5s") Duration pause, @DefaultValue("8KB") DataSize leastRate) {

}
