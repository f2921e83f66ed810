/**
 * The upload of a certificate: the form, its validation, the call and its outcome.
 */
@NullMarked
@ApplicationModule(displayName = "Upload", allowedDependencies = { "audit", "certificate", "http", "inventory", "list",
		"pki", "pki :: key", "web", "write" })
package dev.certdeck.upload;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
