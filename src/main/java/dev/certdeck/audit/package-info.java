/**
 * The audit trail: who did what to which certificate with what outcome.
 */
@NullMarked
@ApplicationModule(displayName = "Audit", allowedDependencies = { "certificate", "http", "web" })
package dev.certdeck.audit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
