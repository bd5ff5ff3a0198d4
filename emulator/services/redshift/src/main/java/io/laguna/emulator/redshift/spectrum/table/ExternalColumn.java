package io.laguna.emulator.redshift.spectrum.table;

import io.laguna.emulator.redshift.spectrum.type.HiveType;

/** A column of an external table; its name is in lower case. */
public record ExternalColumn(String name, HiveType type) {}
