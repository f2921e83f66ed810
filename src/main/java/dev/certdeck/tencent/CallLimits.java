package dev.certdeck.tencent;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of calls to Tencent Cloud.
 *
 * @param connectTimeout how long one connection may take to open
 * @param responseTimeout how long one try may take, to the last byte of the answer
 * @param callTimeout how long a whole call may take, with all its tries and waits
 * @param retries how often a failed read is repeated; uploads and deletions never are
 * @param backoff wait before the first repetition; it doubles with each
 * @param requestsPerSecond how often an action may be called in a second
 * @param backgroundShare how much of that the calls may take for which nobody waits, in
 * percent
 * @param maxResponseSize largest response to read
 */
@ConfigurationProperties("certdeck.tencent")
@Validated
public record CallLimits(@DurationMin(millis = 1) @DefaultValue("5s") Duration connectTimeout,
		@DurationMin(millis = 1) @DefaultValue("15s") Duration responseTimeout,
		@DurationMin(millis = 1) @DefaultValue("45s") Duration callTimeout,
		@Min(0) @Max(10) @DefaultValue("2") int retries,
		@DurationMin(millis = 0) @DefaultValue("200ms") Duration backoff,
		@Min(1) @Max(1000000) @DefaultValue("10") int requestsPerSecond,
		@Min(1) @Max(100) @DefaultValue("30") int backgroundShare, @DefaultValue("16MB") DataSize maxResponseSize) {

}
