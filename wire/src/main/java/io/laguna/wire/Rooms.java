package io.laguna.wire;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;

/**
 * The rooms of one service, which are the parts that a service is made of. Each room implements the SDK's client
 * interface for the operations of its part; the service is the union of its rooms. Only methods that a room declares
 * itself count, not the default methods of the interface: consumer overloads, paginators and waiters all end in an
 * operation.
 */
public final class Rooms<C extends SdkClient> {
    private final Class<C> clientInterface;
    private final Map<String, Claim> claims;

    private Rooms(Class<C> clientInterface, Map<String, Claim> claims) {
        this.clientInterface = clientInterface;
        this.claims = claims;
    }

    /** A room's method for one operation, bound to the room. */
    private record Claim(Object room, Method method, MethodHandle handle) {
        Streaming streaming() {
            if (method.getParameterCount() == 1) {
                return Streaming.NONE;
            }
            return method.getParameterTypes()[1] == RequestBody.class ? Streaming.REQUEST : Streaming.RESPONSE;
        }
    }

    /**
     * Returns the union of {@code rooms}.
     *
     * @throws IllegalStateException if two rooms claim one operation
     */
    public static <C extends SdkClient> Rooms<C> of(Class<C> clientInterface, List<? extends C> rooms) {
        Map<String, Claim> claims = new HashMap<>();
        for (C room : rooms) {
            Map<String, Method> methods = new HashMap<>();
            collect(room.getClass(), clientInterface, methods);
            methods.values().forEach(method -> {
                Claim claim = new Claim(room, method, bound(method, room));
                Claim other = claims.putIfAbsent(method.getName(), claim);
                if (other != null) {
                    throw new IllegalStateException(
                            "Two rooms claim " + method.getName() + " of " + clientInterface.getSimpleName() + ": "
                                    + other.room().getClass().getName() + " and "
                                    + room.getClass().getName());
                }
            });
        }
        return new Rooms<>(clientInterface, Map.copyOf(claims));
    }

    /**
     * Collects the methods of a room's class. Methods of a subclass hide those of its superclass; both are one room.
     */
    private static void collect(Class<?> type, Class<?> clientInterface, Map<String, Method> into) {
        if (type == null || type.isAssignableFrom(clientInterface)) {
            return;
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isOperation(method) && isDeclaredBy(clientInterface, method)) {
                into.putIfAbsent(method.getName(), method);
            }
        }
        collect(type.getSuperclass(), clientInterface, into);
        for (Class<?> each : type.getInterfaces()) {
            collect(each, clientInterface, into);
        }
    }

    private static boolean isOperation(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        if (Modifier.isStatic(method.getModifiers())
                || Modifier.isAbstract(method.getModifiers())
                || method.isSynthetic()
                || parameters.length == 0
                || !SdkRequest.class.isAssignableFrom(parameters[0])) {
            return false;
        }
        boolean answers = SdkResponse.class.isAssignableFrom(method.getReturnType());
        return switch (parameters.length) {
            case 1 -> answers;
            case 2 -> parameters[1] == RequestBody.class ? answers : parameters[1] == ResponseTransformer.class;
            default -> false;
        };
    }

    /**
     * Tells whether an SDK interface declares a method. This asks for the one method: to list an SDK interface's
     * methods is to load hundreds of classes.
     */
    private static boolean isDeclaredBy(Class<?> clientInterface, Method method) {
        try {
            MethodHandle unused = MethodHandles.publicLookup()
                    .findVirtual(
                            clientInterface,
                            method.getName(),
                            MethodType.methodType(method.getReturnType(), method.getParameterTypes()));
            return true;
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return false;
        }
    }

    private static MethodHandle bound(Method method, Object room) {
        try {
            method.setAccessible(true);
            MethodHandle handle = MethodHandles.lookup().unreflect(method).bindTo(room);
            return handle.asType(MethodType.genericMethodType(method.getParameterCount()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot call " + method, e);
        }
    }

    /** Returns the names on the wire of the operations that some room claims. */
    public Set<String> operations() {
        Set<String> names = new TreeSet<>();
        claims.keySet().forEach(method -> names.add(wireName(method)));
        return Collections.unmodifiableSet(names);
    }

    /**
     * Returns the name on the wire of a method: the SDK names its methods so, and a test checks this against every
     * operation.
     */
    public static String wireName(String method) {
        return method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
    }

    /**
     * Calls the room that claims the operation; empty if no room does. An exception of the room passes through.
     *
     * @return the response; a {@link StreamedResponse} where its body is a stream
     */
    public Optional<SdkPojo> call(Operation operation, SdkPojo request) {
        return call(operation, request, RequestBody.empty());
    }

    /**
     * Calls an operation with the body that the request has beside its members.
     *
     * @param body of an operation that streams its request; no other takes notice of it
     */
    public Optional<SdkPojo> call(Operation operation, SdkPojo request, RequestBody body) {
        Claim claim = claims.get(operation.methodName());
        if (claim == null) {
            return Optional.empty();
        }
        Object response = invoke(claim, request, body);
        if (response instanceof ResponseInputStream<?> stream) {
            return Optional.of(new StreamedResponse((SdkPojo) stream.response(), stream));
        }
        return Optional.of((SdkPojo) response);
    }

    /**
     * Returns the service as one object. An operation that no room claims throws as the SDK's interface does by
     * default.
     */
    public C client() {
        return clientInterface.cast(Proxy.newProxyInstance(
                clientInterface.getClassLoader(),
                new Class<?>[] {clientInterface},
                new RoomsClient(clientInterface, this::claimOf)));
    }

    private Optional<MethodHandle> claimOf(Method method) {
        return Optional.ofNullable(claims.get(method.getName()))
                .filter(claim ->
                        List.of(claim.method().getParameterTypes()).equals(List.of(method.getParameterTypes())))
                .map(Claim::handle);
    }

    private static Object invoke(Claim claim, SdkPojo request, RequestBody body) {
        try {
            return switch (claim.streaming()) {
                case NONE, EVENTS -> claim.handle().invoke((Object) request);
                case REQUEST -> claim.handle().invoke((Object) request, (Object) body);
                case RESPONSE -> claim.handle().invoke((Object) request, (Object) ResponseTransformer.toInputStream());
            };
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(claim.method() + " threw what it does not declare", e);
        }
    }
}
