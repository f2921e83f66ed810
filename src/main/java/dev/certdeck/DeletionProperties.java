package dev.certdeck;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the rules of deletion.
 *
 * @param cancelledDeletable whether a cancelled free or paid certificate counts as one
 * that can be deleted: the API's documentation does not name that status, the console's
 * does
 */
@ConfigurationProperties("certdeck.deletion")
record DeletionProperties(@DefaultValue("false") boolean cancelledDeletable) {

}
