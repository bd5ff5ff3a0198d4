/** The answers to wrong requests: their constraints, and AWS's errors. */
package io.laguna.emulator.athena.request;
