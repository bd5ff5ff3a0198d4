package io.laguna.emulator.edge.answer;

/** An error as a client sees it. */
public record ErrorAnswer(int status, String code, String message) {}
