/** The test kit: what the tests of every service share. */
package io.laguna.emulator.testkit;
