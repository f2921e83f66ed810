/**
 * Limits of request bodies: which addresses accept a form, from whom, how many at a time,
 * and at what least pace.
 */
@NullMarked
@ApplicationModule(displayName = "Form", allowedDependencies = "web")
package dev.certdeck.form;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
