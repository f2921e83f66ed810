package dev.certdeck.certificate;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The project of the account that a certificate belongs to.
 *
 * @param id the project's id, "0" for the default project
 * @param name the project's name
 * @param info the project's description
 * @param owner the account that owns the project
 * @param creator the account that created the project
 * @param createdAt when the project was created, if the cloud tells
 */
public record Project(String id, String name, String info, String owner, String creator, @Nullable Instant createdAt) {

}
