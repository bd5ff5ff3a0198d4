package io.laguna.emulator.sns;

import java.util.Map;

/**
 * A topic in the state.
 *
 * @param attributes what was set
 */
record TopicRecord(long id, TopicAddress address, Map<String, String> attributes) {}
