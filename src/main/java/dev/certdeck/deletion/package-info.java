/**
 * The confirm page, the second look at the click, the call and its outcome.
 */
@NullMarked
@ApplicationModule(displayName = "Deletion", allowedDependencies = { "audit", "certificate", "inventory", "web" })
package dev.certdeck.deletion;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
