/**
 * Who may do what: sign-in by OpenID Connect, roles from groups, headers.
 */
@NullMarked
@ApplicationModule(displayName = "Security", allowedDependencies = "form")
package dev.certdeck.security;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
