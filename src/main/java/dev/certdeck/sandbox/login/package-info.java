/**
 * The identity provider of the sandbox: its users, its client and its sign-in page.
 */
@NullMarked
package dev.certdeck.sandbox.login;

import org.jspecify.annotations.NullMarked;
