/**
 * The identity provider beside the cloud in memory: its users, its client and its sign-in
 * page.
 */
@NullMarked
package dev.certdeck.sandbox.login;

import org.jspecify.annotations.NullMarked;
