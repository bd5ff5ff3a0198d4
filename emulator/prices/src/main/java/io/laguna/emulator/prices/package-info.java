/** What a run costs on AWS, from a file with prices of a day. */
package io.laguna.emulator.prices;
