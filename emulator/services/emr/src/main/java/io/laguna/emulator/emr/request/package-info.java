/** Answers to wrong requests: their constraints, AWS's errors, and EMR's ids. */
package io.laguna.emulator.emr.request;
