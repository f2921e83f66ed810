package dev.certdeck.upload;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the upload.
 *
 * @param reconcileAttempts how often a certificate is looked for within the request when
 * the outcome of its upload is not known
 * @param reconcileInterval how long to wait before each search
 */
@Validated
@ConfigurationProperties("certdeck.upload")
record UploadProperties(@DefaultValue("3") @Min(1) @Max(10) int reconcileAttempts,
		@DefaultValue("2s") @NotNull Duration reconcileInterval) {

}
