def touch(instance):
    return None
