/**
 * API 3.0 of the certificate service and of the products that use certificates.
 */
@NullMarked
package dev.certdeck.sandbox.v3;

import org.jspecify.annotations.NullMarked;
