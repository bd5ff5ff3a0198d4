/** Files that come into buckets' folders by hand. */
package io.laguna.emulator.s3.watch;
