/**
 * The validation of an upload before anything is sent: problems, warnings and notes by
 * rules that are pure functions.
 */
@NullMarked
package dev.certdeck.upload.validation;

import org.jspecify.annotations.NullMarked;
