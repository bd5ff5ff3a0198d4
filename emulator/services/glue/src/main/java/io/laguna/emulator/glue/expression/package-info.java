/** The filter expressions of GetPartitions: parsed by hand, evaluated on typed partition values. */
package io.laguna.emulator.glue.expression;
