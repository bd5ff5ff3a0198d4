package io.laguna.wire;

import java.util.List;
import java.util.Map;

/** An answer as it goes out. */
@SuppressWarnings("ArrayRecordComponent") // A body is handed on, never compared.
public record WireResponse(int status, Map<String, List<String>> headers, byte[] body) {}
