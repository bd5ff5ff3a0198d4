/**
 * The edge: one HTTP port for every service. It finds out who calls, with what right, and which service, and logs how
 * the call went.
 */
package io.laguna.emulator.edge;
