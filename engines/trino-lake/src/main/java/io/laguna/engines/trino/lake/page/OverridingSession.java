package io.laguna.engines.trino.lake.page;

import io.trino.spi.connector.ConnectorSession;
import io.trino.spi.security.ConnectorIdentity;
import io.trino.spi.type.TimeZoneKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A session one of whose properties has another value. */
record OverridingSession(ConnectorSession session, String property, Object value) implements ConnectorSession {
    @Override
    public <T> T getProperty(String name, Class<T> type) {
        return name.equals(property) ? type.cast(value) : session.getProperty(name, type);
    }

    @Override
    public String getQueryId() {
        return session.getQueryId();
    }

    @Override
    public Optional<String> getSource() {
        return session.getSource();
    }

    @Override
    public ConnectorIdentity getIdentity() {
        return session.getIdentity();
    }

    @Override
    public TimeZoneKey getTimeZoneKey() {
        return session.getTimeZoneKey();
    }

    @Override
    public Locale getLocale() {
        return session.getLocale();
    }

    @Override
    public Optional<String> getTraceToken() {
        return session.getTraceToken();
    }

    @Override
    public Instant getStart() {
        return session.getStart();
    }
}
