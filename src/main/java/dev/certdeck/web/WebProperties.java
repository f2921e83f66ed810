package dev.certdeck.web;

import java.time.ZoneId;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the pages.
 *
 * @param timeZone the time zone in which times are shown
 * @param sandboxBanner whether a banner says that nothing reaches the real cloud
 */
@Validated
@ConfigurationProperties("certdeck.web")
record WebProperties(@DefaultValue("Asia/Shanghai") @NotNull ZoneId timeZone,
		@DefaultValue("false") boolean sandboxBanner) {

}
