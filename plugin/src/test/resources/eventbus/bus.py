"""A stand-in for the public EventBus: what it checks, in the order in which it does, in Python.

Takes a directory with generated code, server.pem, server.pem.key, ca.pem and keys.json (agent -> PEM).
Writes a JSON object a line: first its port, then each call. Reads commands, a word a line:
overload, calm, reload.
"""
import json
import sys
import threading
import time
from concurrent import futures

import grpc
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import load_pem_public_key

home = sys.argv[1]
sys.path.insert(0, home)
import universal_telemetry_pb2 as schema  # noqa: E402

ACK = schema.UniversalAck
EVENT_TYPES = {"METRIC", "LOG", "ALARM", "STATUS", "SECURITY", "AUDIT", "OBSERVATION"}
SEVERITIES = {"DEBUG", "INFO", "LOW", "MEDIUM", "HIGH", "CRITICAL", "WARN", "ERROR"}
DEVICE_TYPES = {"HOST", "IOT", "MEDICAL", "INDUSTRIAL", "ENDPOINT", "NETWORK", "UNKNOWN"}
MOST_BYTES = 131072
# The public one lets 200 go at once; fewer show sooner what a sender does about it.
PER_SECOND, BURST = 100.0, 50.0

lock = threading.Lock()
keys = {}
seen = set()
buckets = {}
state = {"overload": False, "previous": {}}


def say(**what):
    with lock:
        print(json.dumps(what), flush=True)


def reload():
    with open(home + "/keys.json", encoding="ascii") as f:
        found = {agent: load_pem_public_key(pem.encode()) for agent, pem in json.load(f).items()}
    keys.clear()
    keys.update(found)


def signature_problem(envelope):
    if not envelope.sig or not envelope.signing_algorithm:
        return "incomplete signature"
    if envelope.signing_algorithm != "Ed25519":
        return "unknown algorithm " + envelope.signing_algorithm
    key = keys.get(envelope.device_telemetry.collection_agent)
    if key is None:
        return "no key of this agent"
    bare = schema.UniversalEnvelope()
    bare.CopyFrom(envelope)
    bare.ClearField("sig")
    try:
        key.verify(envelope.sig, bare.SerializeToString())
        return ""
    except InvalidSignature:
        return "wrong signature"


def contract_problem(envelope):
    telemetry = envelope.device_telemetry
    if not envelope.HasField("device_telemetry"):
        return "no payload"
    if not envelope.ts_ns or not envelope.idempotency_key:
        return "no time or no key"
    if not telemetry.events:
        return "no event gives the envelope a type"
    if telemetry.device_type not in DEVICE_TYPES:
        return "device_type " + telemetry.device_type
    for event in telemetry.events:
        if event.event_type not in EVENT_TYPES:
            return "event_type " + event.event_type
        if event.severity not in SEVERITIES:
            return "severity " + event.severity
        if not event.source_component or len(event.attributes) > 1:
            return "source_component or attributes"
    if not (telemetry.device_id and telemetry.collection_agent and telemetry.agent_version):
        return "no device, agent or version"
    return ""


def allowed(agent):
    now = time.monotonic()
    with lock:
        tokens, last = buckets.get(agent, (BURST, now))
        tokens = min(BURST, tokens + (now - last) * PER_SECOND)
        buckets[agent] = (tokens - 1 if tokens >= 1 else tokens, now)
        return tokens >= 1


def judge(data, envelope):
    if state["overload"]:
        return ACK(status=ACK.RETRY, reason="overload", backoff_hint_ms=2000)
    if envelope.ByteSize() > MOST_BYTES:
        return ACK(status=ACK.INVALID, reason="too large")
    problem = signature_problem(envelope)
    if problem:
        return ACK(status=ACK.SECURITY_VIOLATION, reason=problem)
    problem = contract_problem(envelope)
    if problem:
        return ACK(status=ACK.INVALID, reason=problem)
    if not allowed(envelope.device_telemetry.collection_agent):
        return ACK(status=ACK.RETRY, reason="rate limit", backoff_hint_ms=3000)
    with lock:
        if envelope.idempotency_key in seen:
            return ACK(status=ACK.OK, reason="duplicate")
        seen.add(envelope.idempotency_key)
    return ACK(status=ACK.OK, reason="accepted", events_accepted=1)


def publish(data, context):
    envelope = schema.UniversalEnvelope.FromString(data)
    ack = judge(data, envelope)
    say(
        key=envelope.idempotency_key,
        status=ACK.Status.Name(ack.status),
        reason=ack.reason,
        size=len(data),
        events=len(envelope.device_telemetry.events),
        sig=envelope.sig.hex(),
        previous=envelope.prev_sig.hex(),
        same=envelope.SerializeToString() == data,
        at=time.time(),
    )
    return ack


def read(name):
    with open(home + "/" + name, "rb") as f:
        return f.read()


reload()
server = grpc.server(futures.ThreadPoolExecutor(max_workers=8))
server.add_generic_rpc_handlers((
    grpc.method_handlers_generic_handler("messaging.UniversalEventBus", {
        "PublishTelemetry": grpc.unary_unary_rpc_method_handler(
            publish, response_serializer=ACK.SerializeToString)}),))
credentials = grpc.ssl_server_credentials(
    [(read("server.pem.key"), read("server.pem"))],
    root_certificates=read("ca.pem"), require_client_auth=True)
port = server.add_secure_port("127.0.0.1:0", credentials)
server.start()
say(port=port)
for line in sys.stdin:
    if line.strip() == "reload":
        reload()
    else:
        state["overload"] = line.strip() == "overload"
server.stop(0)
