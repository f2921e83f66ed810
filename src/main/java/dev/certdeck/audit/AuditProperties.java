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
 * @param pageSize how many entries a page shows
 */
@Validated
@ConfigurationProperties("certdeck.audit")
record AuditProperties(@DurationMin(days = 1) @DefaultValue("730d") Duration retention,
		@Min(1) @Max(500) @DefaultValue("50") int pageSize) {

}
