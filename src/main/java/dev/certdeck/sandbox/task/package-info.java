/**
 * What the certificate service does in the background: deletions with a check, and
 * searches for the resources that use a certificate.
 */
@NullMarked
package dev.certdeck.sandbox.task;

import org.jspecify.annotations.NullMarked;
