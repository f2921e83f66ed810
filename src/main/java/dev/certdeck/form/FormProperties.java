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
 * @param uploads maximum number of forms with certificates that are processed at a time,
 * each with up to its whole size in memory
 * @param waiting maximum number of forms with certificates that wait, unread
 * @param waitTimeout how long such a form waits before it is refused
 * @param reading maximum number of other forms that are read at a time
 * @param pause how long a body may pause, and how long it has before {@code leastRate} is
 * required
 * @param leastRate the minimum rate of a body per second
 */
@Validated
@ConfigurationProperties("certdeck.forms")
record FormProperties(@DefaultValue("8") @Min(1) @Max(1000) int uploads,
		@DefaultValue("32") @Min(0) @Max(1000) int waiting,
		@DurationMin(millis = 1) @DefaultValue("10s") Duration waitTimeout,
		@DefaultValue("50") @Min(1) @Max(1000) int reading,
		@DurationMin(millis = 100) @DefaultValue("5s") Duration pause, @DefaultValue("8KB") DataSize leastRate) {

}
