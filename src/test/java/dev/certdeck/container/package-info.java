/**
 * Certdeck beside the real programs of a deployment, each in a container.
 */
@NullMarked
package dev.certdeck.container;

import org.jspecify.annotations.NullMarked;
