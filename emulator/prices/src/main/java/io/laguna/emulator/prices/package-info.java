/** The prices of a run on AWS, from a file with prices of a day. */
package io.laguna.emulator.prices;
