/** Checksums that Java lacks. */
package io.laguna.emulator.kit.checksum;
