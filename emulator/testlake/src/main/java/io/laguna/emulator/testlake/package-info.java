/** The engines of a lake, for the tests of services. */
package io.laguna.emulator.testlake;
