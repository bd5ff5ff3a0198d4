package io.laguna.emulator.iam.entity;

import io.laguna.emulator.iam.rule.Failures;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/** A kind of what IAM keeps by a name. */
public enum Kind {
    USER("user", "AIDA", "The user with name %s cannot be found.", "User with name %s already exists."),
    GROUP("group", "AGPA", "The group with name %s cannot be found.", "Group with name %s already exists."),
    ROLE("role", "AROA", "The role with name %s cannot be found.", "Role with name %s already exists."),
    POLICY(
            "policy",
            "ANPA",
            "Policy %s was not found.",
            "A policy called %s already exists. Duplicate names are not allowed."),
    PROFILE("instance-profile", "AIPA", "Instance Profile %s cannot be found.", "Instance Profile %s already exists."),
    OIDC(
            "oidc-provider",
            "AOID",
            "OpenIDConnect Provider not found for arn %s",
            "Provider with url https://%s already exists."),
    SAML("saml-provider", "ASML", "Manifest not found for arn %s", "SAML provider %s already exists.");

    private final String resource;
    private final String prefix;
    private final String missing;
    private final String exists;

    Kind(String resource, String prefix, String missing, String exists) {
        this.resource = resource;
        this.prefix = prefix;
        this.missing = missing;
        this.exists = exists;
    }

    /** Returns the word in front of the path in an ARN: {@code role}. */
    public String resource() {
        return resource;
    }

    /** Returns the first four letters of a unique id: {@code AROA}. */
    public String prefix() {
        return prefix;
    }

    public NoSuchEntityException missing(String name) {
        return Failures.missing(missing.formatted(name));
    }

    EntityAlreadyExistsException exists(String name) {
        return Failures.exists(exists.formatted(name));
    }
}
