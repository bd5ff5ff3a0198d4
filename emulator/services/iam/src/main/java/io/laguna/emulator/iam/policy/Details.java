package io.laguna.emulator.iam.policy;

import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;

/**
 * The operation that tells everything about an account's users, groups, roles and policies.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">The API</a>
 */
public final class Details extends Room {
    private final Scope scope;
    private final ManagedPolicies managed;

    public Details(Scope scope, ManagedPolicies managed) {
        this.scope = scope;
        this.managed = managed;
    }

    /** An entity, or a policy of AWS's that one of them has: what a page is made of. */
    private record Item(String arn, Optional<Entity> own, Optional<ManagedPolicy> ofAws) {
        private boolean is(Kind kind) {
            return own.filter(entity -> entity.kind() == kind).isPresent();
        }
    }

    @Override
    public GetAccountAuthorizationDetailsResponse getAccountAuthorizationDetails(
            GetAccountAuthorizationDetailsRequest request) {
        Members members = Members.of(request);
        request.filterAsStrings().forEach(kind -> members.oneOf("filter", kind, EntityType.knownValues()));
        members.check();
        Set<EntityType> wanted =
                request.filter().isEmpty() ? EnumSet.copyOf(EntityType.knownValues()) : Set.copyOf(request.filter());
        return scope.state().read(handle -> {
            Listing<Item> page = Listing.of(items(handle, wanted), Item::arn, request.marker(), request.maxItems());
            DetailShapes shapes = new DetailShapes(handle, PolicyShapes.of(handle, scope.account()));
            return GetAccountAuthorizationDetailsResponse.builder()
                    .userDetailList(of(page, Kind.USER, shapes::user))
                    .groupDetailList(of(page, Kind.GROUP, shapes::group))
                    .roleDetailList(of(page, Kind.ROLE, shapes::role))
                    .policies(page.entries().stream()
                            .filter(item -> item.ofAws().isPresent() || item.is(Kind.POLICY))
                            .map(item -> item.ofAws()
                                    .map(policy -> shapes.policy(policy, managed.text(policy)))
                                    .orElseGet(() -> shapes.policy(item.own().orElseThrow())))
                            .toList())
                    .isTruncated(page.isTruncated())
                    .marker(page.marker())
                    .build();
        });
    }

    private List<Item> items(Handle handle, Set<EntityType> wanted) {
        Entities entities = new Entities(handle);
        List<Item> items = new ArrayList<>();
        for (EntityType type : wanted) {
            kind(type).stream()
                    .flatMap(kind -> entities.all(scope.account(), kind, "/").stream())
                    .map(entity -> new Item(entity.arn(), Optional.of(entity), Optional.empty()))
                    .forEach(items::add);
        }
        if (wanted.contains(EntityType.AWS_MANAGED_POLICY)) {
            entities.attachments(scope.account()).keySet().stream()
                    .flatMap(arn -> managed.find(arn).stream())
                    .map(policy -> new Item(policy.arn(), Optional.empty(), Optional.of(policy)))
                    .forEach(items::add);
        }
        return items;
    }

    private static Optional<Kind> kind(EntityType type) {
        return switch (type) {
            case USER -> Optional.of(Kind.USER);
            case GROUP -> Optional.of(Kind.GROUP);
            case ROLE -> Optional.of(Kind.ROLE);
            case LOCAL_MANAGED_POLICY -> Optional.of(Kind.POLICY);
            case AWS_MANAGED_POLICY, UNKNOWN_TO_SDK_VERSION -> Optional.empty();
        };
    }

    private static <T> List<T> of(Listing<Item> page, Kind kind, Function<Entity, T> shape) {
        return page.entries().stream()
                .filter(item -> item.is(kind))
                .map(item -> shape.apply(item.own().orElseThrow()))
                .toList();
    }
}
