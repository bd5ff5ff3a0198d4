package io.laguna.emulator.iam.entity;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.Tag;

/** The description of an entity that is to be made. */
public record NewEntity(
        Kind kind,
        String name,
        String path,
        Optional<String> description,
        Optional<String> document,
        int session,
        Optional<String> boundary,
        List<Tag> tags) {

    /** Returns an entity of a name, a path and tags. */
    public static NewEntity of(Kind kind, String name, String path, List<Tag> tags) {
        return new NewEntity(kind, name, path, Optional.empty(), Optional.empty(), 0, Optional.empty(), tags);
    }

    public NewEntity described(String text) {
        return new NewEntity(kind, name, path, Optional.ofNullable(text), document, session, boundary, tags);
    }

    public NewEntity withDocument(String text) {
        return new NewEntity(kind, name, path, description, Optional.of(text), session, boundary, tags);
    }

    public NewEntity withSession(int seconds) {
        return new NewEntity(kind, name, path, description, document, seconds, boundary, tags);
    }

    public NewEntity within(String arn) {
        return new NewEntity(kind, name, path, description, document, session, Optional.ofNullable(arn), tags);
    }
}
