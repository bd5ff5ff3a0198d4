package io.laguna.emulator.iam.policy;

import io.laguna.emulator.iam.document.PolicyDocument;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Holder;
import io.laguna.emulator.iam.entity.Inline;
import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Listing;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The policies that are part of a user, a group or a role. */
record InlinePolicies(Holder holder) {
    void put(String name, String text) {
        PolicyDocument document = PolicyDocument.inline(text);
        holder.change((transaction, entity) -> {
            Inline inline = new Inline(transaction);
            inline.put(entity, name, document.text());
            int size = inline.of(entity).values().stream()
                    .mapToInt(PolicyDocument::size)
                    .sum();
            if (size > largest()) {
                throw Failures.limit("Maximum policy size of " + largest() + " bytes exceeded for "
                        + holder.kind().resource() + " " + entity.name());
            }
            return entity;
        });
    }

    /** Returns how many characters all policies together may have. */
    private int largest() {
        return switch (holder.kind()) {
            case USER -> 2048;
            case GROUP -> 5120;
            case ROLE, POLICY, PROFILE, OIDC, SAML -> 10_240;
        };
    }

    <T> T get(String name, BiFunction<Entity, String, T> shape) {
        return holder.read((handle, entity) ->
                shape.apply(entity, new Inline(handle).find(entity, name).orElseThrow(() -> missing(name))));
    }

    void delete(String name) {
        holder.change((transaction, entity) -> {
            if (!new Inline(transaction).delete(entity, name)) {
                throw missing(name);
            }
            return entity;
        });
    }

    Listing<String> names(String marker, Integer most) {
        BiFunction<Handle, Entity, Map<String, String>> all = (handle, entity) -> new Inline(handle).of(entity);
        return Listing.of(List.copyOf(holder.read(all).keySet()), Function.identity(), marker, most);
    }

    private RuntimeException missing(String name) {
        return Failures.missing("The " + holder.kind().resource() + " policy with name " + name + " cannot be found.");
    }
}
