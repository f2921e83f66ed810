/**
 * Public key infrastructure: reading certificates and private keys from every form in
 * which tools write them, and describing X.509 certificates. No input makes it fail.
 */
@NullMarked
@ApplicationModule(displayName = "PKI", allowedDependencies = "certificate")
package dev.certdeck.pki;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
