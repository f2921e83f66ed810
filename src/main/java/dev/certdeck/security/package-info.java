/**
 * Sign-in by OpenID Connect, sessions, roles from groups, access rules and security
 * headers.
 */
@NullMarked
@ApplicationModule(displayName = "Security", allowedDependencies = { "certificate", "form", "http" })
package dev.certdeck.security;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
