/**
 * The deletion of a certificate: its pages, the check before it is sent, and the call.
 */
@NullMarked
@ApplicationModule(displayName = "Deletion",
		allowedDependencies = { "audit", "certificate", "inventory", "list", "pki", "web", "write" })
package dev.certdeck.deletion;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
