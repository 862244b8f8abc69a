"""How the interface says no: in JSON, with one sentence."""

from django.http import JsonResponse


def refusal_as_json(status: int, sentence: str) -> JsonResponse:
    return JsonResponse({"error": sentence}, status=status)
