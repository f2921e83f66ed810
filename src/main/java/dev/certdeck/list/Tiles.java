package dev.certdeck.list;

/**
 * The counts of the tiles above the list.
 *
 * @param all all certificates
 * @param expiring those that expire soon
 * @param expired those that are expired
 * @param bound those that are in use
 * @param unconfirmed those that were in use when that was last known
 * @param deletable those that can be deleted
 */
record Tiles(int all, int expiring, int expired, int bound, int unconfirmed, int deletable) {

}
